"""The overview of an edition over all economies."""
