"""What an instructor runs: releases, grading and reports."""
