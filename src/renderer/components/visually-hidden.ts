/**
 * Read out, not seen: for words that a sighted person takes from the place of things. What scrolls around it is
 * `position: relative`, or the whole page grows by what lies below its edge.
 */
export const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
