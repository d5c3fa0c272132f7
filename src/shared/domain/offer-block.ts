/**
 * Offers whose ids share everything but the last eight bits are a block: the triggers of `offer_block` count its changes, and
 * what is kept of offers outside of the database is read again block by block.
 */
export const blockBits = 8;
export const blockSize = 1 << blockBits;
