SwaggerUIBundle({
  url: "/api/v1/openapi.yml",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
});
