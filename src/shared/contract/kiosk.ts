import { z } from 'zod';
import { call } from './define';
import { noInput, nothing } from './nothing';

const codeSchema = z.string().min(4).max(100);

export const kiosk = {
  /** Whether this PC is open to students: then only what they need is answered, and everything else refused. */
  state: call({ input: noInput, output: z.object({ isOn: z.boolean() }) }),
  /** Opens this PC to students until somebody gives the code, also after a restart. `conflict` (`kiosk-on`) when it is. */
  enter: call({ input: z.strictObject({ code: codeSchema }), output: nothing, changes: ['kiosk', 'settings'] }),
  /** Gives the PC back to the office. `conflict`: `kiosk-code-wrong`, `kiosk-code-later` after several wrong ones. */
  leave: call({
    input: z.strictObject({ code: z.string().max(100) }),
    output: nothing,
    changes: ['kiosk', 'settings'],
  }),
} as const;
