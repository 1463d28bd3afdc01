"""What people do with doubtful readings: corrections replayed at each build, and the list of what to look at first."""
