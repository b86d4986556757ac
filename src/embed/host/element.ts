/** The script of host pages. */
