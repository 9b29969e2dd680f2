"""Text → Document, stage by stage."""
