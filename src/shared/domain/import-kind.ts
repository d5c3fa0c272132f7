import { z } from 'zod';

export const importKinds = ['offers', 'formations', 'companies'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;
