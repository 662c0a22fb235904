// Show /openapi.json with Swagger UI; nothing is asked of another server.
import { at } from "./root.js";

window.SwaggerUIBundle({ url: at("/openapi.json"), dom_id: "#swagger-ui", validatorUrl: null, deepLinking: true, defaultModelsExpandDepth: 0 });
