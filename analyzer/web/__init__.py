"""The page in the browser and the JSON interface beside it."""
