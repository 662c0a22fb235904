// Addresses below the path that a proxy serves this page under.
const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

export function at(path) {
  return root + path;
}
