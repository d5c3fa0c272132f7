import { z } from 'zod';

/** The answer of a call that has nothing to say; `undefined` would not survive the wire. */
export const nothing = z.null();

/** The input of a procedure that asks for nothing. */
export const noInput = z.strictObject({});
