/** Turns prepared texts into vectors. */
export interface TextEncoder {
  /**
   * One unit vector a text, row after row; zeros for a text in which the model finds nothing. Null when it cannot embed
   * one of them. Throws `cancelled`.
   */
  encode(texts: readonly string[], signal: AbortSignal): Promise<Float32Array | null>;
}
