// Show /openapi.json with Swagger UI; nothing is asked of another server.
window.SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null, deepLinking: true, defaultModelsExpandDepth: 0 });
