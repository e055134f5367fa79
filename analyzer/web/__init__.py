"""The page in the browser and the JSON interface beside it: `analyzer.web.app.create_app` makes both."""
