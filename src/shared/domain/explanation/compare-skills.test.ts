import { describe, expect, it } from 'vitest';
import { compareSkills, type EmbeddedSkills } from './compare-skills';
import { formationPassages, itemPassage } from './told-text';

const noSkills: EmbeddedSkills = { skills: [], vectors: new Float32Array(0) };

/** Whether a skill that an offer asks for is found in the description of a formation, by its words alone. */
function isTold(label: string, description: string): boolean {
  const asked = { skills: [{ label, codes: [], passage: itemPassage(label) }], vectors: new Float32Array(1) };
  const formation = { title: 'Parcours', diplomaType: null, keywords: [], description, skills: [], jobs: [] };
  const texts = { offer: [], formation: formationPassages(formation), formationCodes: new Set<string>() };
  return compareSkills(asked, noSkills, texts, 1).shared.length > 0;
}

describe('a skill told in a text', () => {
  it.each([
    ['Gestion d’entreprise', 'Corriger un exercice oral ne requiert jamais les mêmes gestes selon les élèves.'],
    ['Gestion d’entreprise', 'Vous abordez la gestion durable des forêts de montagne.'],
    ['Droit du travail', 'Vous étudiez le droit maritime et la navigation commerciale.'],
    ['Animation', 'Vous observez les animaux sauvages dans leur milieu naturel.'],
    ['Pensions', 'Apprendre à penser, argumenter, rédiger un mémoire philosophique.'],
    ['Sections', 'Comprendre les secteurs industriels, leurs marchés, leur régulation.'],
    ['Journal', 'Chaque journée commence par une analyse météorologique marine.'],
    ['Droit', 'Un artisan adroit façonne bois, métal, céramique.'],
    ['Langues', 'Élevage marin : langouste, homard, crevette, écloserie.'],
    ['Vente', 'Calcul des éoliennes soumises au vent, aérodynamique, turbulence.'],
  ])('%s is not: %s', (label, description) => expect(isTold(label, description)).toBe(false));

  it.each([
    ['Gestion d’entreprise', 'Comptabilité générale, gestion d’une petite entreprise artisanale, fiscalité.'],
    ['Droit du travail', 'Modules approfondis : droit du travail, négociation collective, contentieux prudhommal.'],
    ['Programmation', 'Concevoir, programmer, tester des applications embarquées.'],
    ['Soudure', 'Assembler des tuyauteries industrielles, maîtriser la soudure aluminium.'],
    ['Comptabilité', 'Seconder un comptable, saisir des factures fournisseurs, préparer un bilan.'],
  ])('%s is: %s', (label, description) => expect(isTold(label, description)).toBe(true));
});
