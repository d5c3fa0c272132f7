import { z } from 'zod';

/**
 * Subfolders into which files of the watched folder are put once they are done with; nothing is ever deleted. Names on a disk
 * and no wording: they stay the same in either language, or a second pair of folders would lie there after each switch and two
 * PCs would look in different ones.
 */
export const takenFolder = 'importés';
export const refusedFolder = 'refusés';

/**
 * Why a file of the watched folder waits. `arriving`: it still grows, or was seen only now; `locked`: it cannot be read
 * now, most often because somebody has it open; `not-copied`: no copy of it can be made on this PC now; `unknown-header`: nobody has imported such a file yet; `several-kinds`: files of one header were imported as
 * offers and as something else; `doubtful`: more than a tenth of its first rows would be rejected; `package`: one of
 * another university, about which a person has to decide; `being-imported`; `not-imported`: the import failed or was
 * cancelled; `not-moved`: it is imported and cannot be put away.
 */
export const waitingReasons = [
  'arriving',
  'locked',
  'not-copied',
  'unknown-header',
  'several-kinds',
  'doubtful',
  'package',
  'being-imported',
  'not-imported',
  'not-moved',
] as const;
export const waitingReasonSchema = z.enum(waitingReasons);
export type WaitingReason = z.infer<typeof waitingReasonSchema>;
