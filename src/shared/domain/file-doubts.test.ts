import { expect, it } from 'vitest';
import { fileDoubtText } from '../texts/file-doubt-text';
import { findDoubt } from './file-doubts';
import type { ImportKind } from './import';
import { proposeMapping } from './propose-mapping';

const doubtOf = (kind: ImportKind, columns: string) => {
  const header = columns.split(',');
  const doubt = findDoubt(kind, header, proposeMapping(kind, header));
  return doubt && [doubt.code, doubt.likelyKind];
};

// The columns of tables of ROME 4.0, version 460.
it.each([
  'code_ogr,libelle,code_rubrique',
  'code_grand_domaine,code_domaine_professionnel,numero_fiche_rome,intitule,libelle_appellation_long,libelle_appellation_court,type_provenance,code_fiche,ogr_rome,ogr_appellation',
  'code_rome,code_fiche_metier,code_ogr,libelle_rome,transition_eco,transition_num,transition_demo,emploi_reglemente,emploi_cadre,code_rome_parent',
  'code_ogr_savoir,libelle_savoir,categorie_savoir,sous_categorie_savoir,transition_eco,transition_num',
  'CODE_ROME,Libelle_Rome',
])('%s is a table of ROME', (columns) => {
  expect(doubtOf('formations', columns)).toEqual(['rome-table', null]);
  expect(doubtOf('offers', columns)).toEqual(['rome-table', null]);
});

it.each([
  ['formations', 'CodeRNCP,numero_bloc,intitule,,', 'rncp-parts', null],
  ['formations', 'CodeRNCP,EtatFiche,Rome,libelle,,', 'rncp-parts', null],
  ['offers', 'CodeRNCP,code,Libelle,,', 'rncp-parts', null],
  ['formations', 'Numero_Fiche,Codes_Rome_Code,Codes_Rome_Libelle', 'rncp-parts', null],
  ['formations', 'code,intitulé,couleur,poids', 'few-columns', null],
  ['companies', 'nom,couleur,poids,taille du col', 'few-columns', null],
  ['formations', 'intitulé,entreprise,siret,ville,type de contrat,date de début,gratification', 'other-kind', 'offers'],
  ['companies', 'nom,type de contrat,intitulé,durée,date de début,gratification', 'other-kind', 'offers'],
] as const)('%s with the columns %s are doubtful', (kind, columns, code, likelyKind) => {
  expect(doubtOf(kind, columns)).toEqual([code, likelyKind]);
});

it.each([
  ['formations', 'intitulé'],
  ['formations', 'zone A,zone B,zone C'],
  ['formations', 'code,intitulé,remarque'],
  ['formations', 'CodeRNCP,intituleDiplome,date_fin_validite_enregistrement,NiveauEurope,TypeCertif,NouvelleFiche'],
  ['formations', 'id,title,description,keywords,skills,diploma_type,level,component'],
  ['formations', 'Code_Diplome,Libelle_Diplome,Code_Rome_1,Code_Rome_2,Code_Nsf,valideur,certificateur,Etat_Libelle'],
  ['offers', 'id,source,dateCreation,intitule,description,romeCode,romeLibelle,appellation,entreprise,lieu,codePostal'],
  ['companies', 'Raison sociale,SIRET,Adresse,Code postal,Ville,Contact,Courriel'],
] as const)('%s with the columns %s are what they seem', (kind, columns) => {
  expect(doubtOf(kind, columns)).toBeNull();
});

it('is said in both languages', () => {
  const doubt = findDoubt('formations', ['nom', 'x', 'y', 'intitulé'], [null, null, null, 'title']);
  if (!doubt) throw new Error('Of four columns, one is recognised.');
  expect(fileDoubtText(doubt, 'en')).toBe(
    'Columns recognised: 1 of 4. That is too little to say that this file holds formations: check it, or place the other columns.',
  );
  expect(fileDoubtText(doubt, 'fr', ' ')).toBe(
    'Colonnes reconnues : 1 sur 4. C’est trop peu pour dire que ce fichier contient des formations : vérifiez-le, ou placez les autres colonnes.',
  );
});
