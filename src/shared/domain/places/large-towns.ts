import { foldToWords } from '../fold';
import { departmentNames } from '../dashboard/department';
import { regionNames } from './regions';

// Small enough for a page that reads a text while it is typed; the table of all communes is not. Chief towns of the
// departments and most of the other large towns. Names: INSEE, Code officiel géographique 2025 (Licence Ouverte).
const towns = `Agen,Aix-en-Provence,Ajaccio,Albi,Alençon,Amiens,Angers,Angoulême,Annecy,Antibes,Antony,Argenteuil,Arras,
Asnières-sur-Seine,Aubervilliers,Auch,Aulnay-sous-Bois,Aurillac,Auxerre,Avignon,Bar-le-Duc,Bastia,Basse-Terre,Beauvais,
Belfort,Besançon,Béziers,Blois,Bobigny,Bordeaux,Boulogne-Billancourt,Bourg-en-Bresse,Bourges,Brest,Caen,Cahors,Calais,
Cannes,Carcassonne,Cayenne,Cergy,Châlons-en-Champagne,Chambéry,Champigny-sur-Marne,Charleville-Mézières,Chartres,
Châteauroux,Chaumont,Cherbourg-en-Cotentin,Clermont-Ferrand,Clichy,Colmar,Colombes,Courbevoie,Créteil,Digne-les-Bains,
Dijon,Drancy,Dunkerque,Épinal,Évreux,Évry-Courcouronnes,Foix,Fort-de-France,Gap,Grenoble,Guéret,Ivry-sur-Seine,
Issy-les-Moulineaux,La Rochelle,La Roche-sur-Yon,Laon,Laval,Le Havre,Le Mans,Le Puy-en-Velay,Levallois-Perret,Lille,Limoges,
Lons-le-Saunier,Lorient,Lyon,Mâcon,Mamoudzou,Marseille,Melun,Mende,Mérignac,Metz,Montauban,Mont-de-Marsan,Montpellier,
Montreuil,Moulins,Mulhouse,Nancy,Nanterre,Nantes,Neuilly-sur-Seine,Nevers,Nice,Nîmes,Niort,Noisy-le-Grand,Orléans,Paris,Pau,
Périgueux,Perpignan,Pessac,Poitiers,Privas,Quimper,Reims,Rennes,Roanne,Rodez,Roubaix,Rouen,Rueil-Malmaison,Saint-Brieuc,
Saint-Denis,Saint-Étienne,Saint-Lô,Saint-Maur-des-Fossés,Saint-Nazaire,Saint-Quentin,Strasbourg,Tarbes,Toulon,Toulouse,
Tourcoing,Tours,Troyes,Tulle,Valence,Vannes,Vénissieux,Versailles,Vesoul,Villeurbanne,Vitry-sur-Seine`;

const known = new Set(
  [...towns.split(/,\s*/), ...Object.values(departmentNames), ...Object.values(regionNames)].map(foldToWords),
);

/** Whether a name is that of a large town, a department or a region of France, however it is written. */
export function isLargePlace(name: string): boolean {
  return known.has(foldToWords(name));
}
