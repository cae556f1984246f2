"""Who answers for a leak, and how: one module for each kind of liability, one short function for each finding."""
