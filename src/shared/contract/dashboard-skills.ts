import { z } from 'zod';
import { comparedSchema } from '../domain/dashboard/figures';
import { formationIdSchema } from '../domain/ids';
import { dashboardScopeSchema, topOf, totalSchema, wordFiguresSchema } from './dashboard-figures';

const count = z.int().nonnegative();

/**
 * A skill with the offers that ask for it and the formations that teach it: those of the level, and those of the level
 * above, null at the level of the university. What a formation taught a year ago is not known.
 */
const skillFiguresSchema = wordFiguresSchema.extend({ formations: count, parentFormations: count.nullable() });
export type SkillFigures = z.infer<typeof skillFiguresSchema>;

/** A domain with the skills that its offers ask for, those of most offers first. Parts of a skill are of the domain. */
const domainSkillsSchema = wordFiguresSchema.extend({ skills: topOf(skillFiguresSchema) });
export type DomainSkills = z.infer<typeof domainSkillsSchema>;

/** A skill that no offer of the year asks for: the formations of the level that teach it, and how many offers asked for it the year before. */
const unaskedSkillSchema = z.object({ label: z.string(), formationIds: z.array(formationIdSchema), before: count });
export type UnaskedSkill = z.infer<typeof unaskedSkillSchema>;

export const skillsTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  /** Offers that name a skill, of manner or another. */
  known: count,
  /** Different skills of manner that offers of the year ask for: formations hardly write these, so all below is without. */
  manners: count,
  /** Different skills: asked for, of these those that a formation of the level teaches, and those that none does. */
  asked: comparedSchema,
  askedAndTaught: comparedSchema,
  askedOnly: comparedSchema,
  /**
   * Different skills that formations of the level teach, and those of them that no offer of the year asks for. A wording
   * in which skills of the vocabulary were read counts as those, unless an offer has the very same.
   */
  taught: count,
  taughtOnly: count,
  /** Formations of the level, and those of which a skill is known. */
  formations: z.object({ all: count, withSkills: count }),
  /** `known` counts offers that have a domain. */
  domains: topOf(domainSkillsSchema),
  /** Asked for and taught, asked for and not taught, taught and not asked for. */
  matched: topOf(skillFiguresSchema),
  untaught: topOf(skillFiguresSchema),
  unasked: z.object({ rows: z.array(unaskedSkillSchema), distinct: count }),
});
export type SkillsTab = z.infer<typeof skillsTabSchema>;
