/** What is meant by each personal quality of data/reference/skills.csv, by its code, in French and in our own words. */
export const qualitiesFr = {
  '300412': 'Prendre le temps d’entendre les autres et de comprendre ce qu’ils vivent avant de répondre.',
  '300416': 'Dire à quoi sert le travail, pour que les autres aient envie d’y prendre part.',
  '300460': 'Avancer sans qu’on dise chaque étape, et savoir quand demander de l’aide.',
  '300461': 'Tenir ses engagements, mesurer ce que ses actes entraînent et garder pour soi ce qui est confidentiel.',
  '300465': 'Travailler avec les autres vers un même but, partager ce qu’on sait et donner un coup de main.',
  '300467': 'Proposer de soi-même des idées et des améliorations, et aider à les mettre en œuvre.',
  '300473': 'Répondre vite et bien à une demande ou à un imprévu.',
  '300478': 'Rester calme et poli sous la pression, dans l’urgence ou face à un conflit.',
  '300479': 'S’adapter à d’autres horaires, outils, tâches ou manières de faire.',
  '300483': 'Trier ce qui presse et ce qui compte, prévoir son temps et tenir ses délais.',
  '300485': 'Continuer malgré les difficultés, et recommencer quand il le faut.',
  '300489': 'Entraîner un groupe, décider et donner à chacun sa part.',
  '300490': 'Travailler avec soin, vérifier, et respecter les consignes au détail près.',
  '300493': 'Chercher à comprendre, apprendre volontiers et s’intéresser à d’autres façons de voir.',
  '300497': 'Imaginer des solutions nouvelles, sortir de ce qui se fait d’habitude.',
  '399999': 'Accueillir, renseigner et satisfaire les personnes que l’on sert, clients ou usagers.',
  'esprit-d-analyse-et-de-synthese':
    'Démêler une question, en dégager l’essentiel et le dire clairement en peu de mots.',
  'resolution-de-problemes': 'Trouver d’où vient un problème, comparer des solutions et en mener une à bien.',
  'aisance-a-l-ecrit': 'Écrire des textes clairs, sans fautes et adaptés à qui les lit.',
};
