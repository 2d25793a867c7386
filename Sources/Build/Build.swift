// Build
