import { z } from 'zod';
import { componentIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput, nothing } from './nothing';

/** In dots and bytes: four times as fine as it is shown, and small beside the report that carries it. */
export const logoLimits = { width: 640, height: 240, bytes: 200_000 } as const;

/** A PNG in base 64, which has four letters for three bytes. */
const png = z.base64().max(Math.ceil(logoLimits.bytes / 3) * 4);

const logoSchema = z.object({
  /** Null for the one of the university. */
  componentId: componentIdSchema.nullable(),
  /** The name of whom it stands for. */
  owner: z.string(),
  png,
  width: z.int().positive().max(logoLimits.width),
  height: z.int().positive().max(logoLimits.height),
});
export type Logo = z.infer<typeof logoSchema>;

const owner = z.strictObject({ componentId: componentIdSchema.nullable() });

export const logos = {
  /** That of the university, then those of components by name. */
  list: call({ input: noInput, output: z.array(logoSchema) }),
  /** That of a component, else the one of the university; null where neither has one. */
  shown: call({ input: owner, output: logoSchema.nullable() }),
  /**
   * Gives the university (null) or a component another logo; a null PNG takes it away. Refused with `invalid-input`
   * (`logo-unusable`) for what is no PNG or is larger than the limits, with `not-found` for a component that is gone.
   */
  save: call({ input: owner.extend({ png: png.nullable() }), output: nothing, changes: ['university'] }),
} as const;
