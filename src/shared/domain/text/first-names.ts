import { foldText } from './prepare-text';

/**
 * First names that are frequent in France, whatever country they come from, folded. Left out are those that a wish names
 * something else by, `alsoNames` and others: desire, manuel, line, mai.
 */
const names = new Set(
  `aaliyah abdallah abdel abdelaziz abdelkader abdelkrim abdellah abderrahmane abdou abdoul abdoulaye abel abena abigail
  abou aboubacar abraham achraf adam adama adel adelaide adele adeline adem adil adja adjoa adnan adrian adriana adriano
  adrien adrienne agathe agnes ahmed aicha aida ainhoa aissa aissata aissatou akissi aladji alain alassane alban albane
  albert alberto aldo alec alejandro aleksandra alessandro alessia alex alexandra alexandre alexandrine alexandru alexia
  alexis alfonso alfred ali alia alice alicia alina aline alioune alison alissa alistair alix aliya allan alphonse
  amadou amaia amalia amanda amandine amar amara amaury ambroise amel amelia amelie amina aminata amine amir amira anais
  ananya anass anastasia anastasiia anatole andrea andreas andree andrei andrew andrii andy anette angele angelica
  angelina angelique angelo anh anibal aniela anissa anita anna annabelle anne annette annick annie anouar anouk ansou
  anthony antoine antoinette anton antonia antonin antonio apolline archibald ariane arielle arjun armand armel armelle
  arnaud arthur arwa ashley asma asmaa assa assane assia assitan astou astrid athenais aubin aude audrey auguste
  augustin aurelia aurelie aurelien awa axel axelle aya ayman aymen aymeric ayoub ayse aziz aziza babacar badr bakary
  balthazar baptiste barbara barnabe bart bartosz basile bastian bastien beatrice beatriz benedicte beniamin benjamin
  benoit berenice bernadette bernard bertille bertrand bianca bilal bilel bintou birame boris boubacar boubakar brahim
  brandon brice brieuc brigitte bruno bryan burak caitlin calixte camelia camila camille candice cannelle capucine
  carine carl carla carlos carmen carole carolina caroline casimir cassandre catalina catarina catherine cathy cecile
  cedric celestin celestine celia celina celine chaima chaimae chantal charbel charlene charles charlie charline
  charlotte cheick cheikh cherif chiara chidi chinedu chirine chloe christel christelle christiane christina christine
  christophe christopher ciara cindy clara clarisse clea clelia clemence clement clementine cleo clotaire clothilde
  clotilde colette colin coline coralie corentin corinne cyprien cyril cyrille cyrine dalia dalila damien daniel daniela
  daniele danielle daouda daphne david deborah deepak delphine denis denise diane didier diego dimitri dina djamel
  djamila djenaba djibril dmytro dominique domitille donia dora dorian doriane dorothee douglas doulaye dounia drissa
  dylan ebrima eddy edgar edith edmond edouard edwige elea eleanor elena eleonore elhadj elia eliana elias elie eliette
  elif elina eline elio eliot eliott elisa elisabeth elise elissa elizabeth ella ellie elliot eloane eloi eloise elouan
  elsa elvira elvire emanuel emeka emeline emeric emerick emile emilia emilie emilien emilio emily emine emma emmanuel
  emmanuelle emmy emre enguerrand enora enrique enzo eric erica erick erika ernest erwan esteban estelle esther ethan
  etienne eugene eugenie eva evan evelyne ewan ewen eya ezra fabian fabien fabienne fabio fabrice fadi fadila fadoua
  fahim faical faiza fanny fanta farah fares farid farida faris fatiha fatim fatima fatimah fatimata fatma fatou
  fatoumata faustine faycal federica felicie felix ferdinand fernand fernando fida fiona firas flavie flavien florent
  florentin florian floriane fouad foued francesca francesco francine francisco franck francois francoise frantz fred
  freddy frederic frederica frederik frederique gabin gabriel gabriela gabriele gabriella gabrielle gael gaelle gaetan
  gaetane gaspard gaston gauthier gautier gauvain genevieve geoffrey geoffroy george georges georgette georgia gerald
  geraldine gerard germain germaine ghislain ghislaine ghita giacomo gilbert gilles gina giovanni giulia giuseppe gladys
  gloria gonzalo gregoire gregory greta guilhem guillaume guillemette gustave guy gwenael gwenaelle gwendoline habib
  habiba hadja hadrien hafsa hajar hakim hamid hamidou hamza hanae hanan hanane hannah haoua haris harmony haroun
  harouna harry hasan hassan hassane hatem hawa hector heidi helena helene heloise henri henriette henry herve hicham
  hieu hilaire hippolyte hoang hocine hortense houcine houda hubert hugo hugues huguette humbert huong hussein iban
  ibrahim ibrahima idir idris idriss idrissa ignace igor ikram iliana ilias ilies ilona ilyas ilyes imad imane imen
  imene imran inaki ines ingrid ioana irene irina isaac isabel isabella isabelle isaiah isidore ismael ismail issa issam
  issouf ivan ivana iwan jacky jacob jacqueline jacques jalal jamal jamel james jamila jan jana jane janis jasmine jason
  jawad jean jeanette jeanne jeannine jenna jennifer jeremie jeremy jerome jessica jihane jimmy joachim joan joana
  joanna joanne joao joaquim jocelyn jocelyne joel joelle joey johan johann johanna john johnny jolan jonas jonathan
  jordan jordane jordi jorge joris jose josefina joseph josephine joshua josiane josselin josue joyce juan jude judith
  jules julian juliana julianne julie julien julienne juliette julio justin justine kadiatou kadidia kadidiatou kais
  kaled kamal kamel kamil kamila karel karen karim karima karina karine karl katarzyna kateryna katherine katia kawtar
  kelly kelyan kenan kenny kenza kenzo ketty kevin kevyn khadidiatou khadidja khadija khaled khalid khalil kilian
  killian kim kimberley koffi konstantin kossi kouadio kouame kumar kwame kyllian laetitia lahcen lahoucine laila
  lakhdar lakshmi lamia lamine lana lancelot landry lara larissa latifa laura laure laureen laureline lauren laurence
  laurent laurianne laurie laurine layla leana leandre leandro leane leila lena lenny leo leon leona leonard leonardo
  leone leonie leonor leopold leopoldine leslie lia liam liana liham lila lili lilia lilian liliana liliane lilou
  lilwenn lily lina linda lindsay linh lino lionel lisa lise lisette lison liv livia loan loane loann loanne logan lohan
  loic lois lola lorena lorenzo loriane lorna lotfi lou louane loubna louca loucas loucia louis louisa louise louison
  louka loukas louna lounes luana luc luca lucas lucia lucie lucien lucienne lucile lucille lucrece ludivine ludmila
  ludovic luigi luis luisa luka lukas luna lydia lydie mackenzie madeleine madeline madison mady mael maelie maeline
  maelle maelys maeva maeve magali magalie magatte maha mahamadou mahamat mahaut mahdi mahmoud maider maimouna maissa
  malak malek malik malika malo malou malvina mamadou mame manal manel manon manuela maoulida marc marceau marcel
  marcela marceline marcelle marcelline marco marcos marcus marek margaux margot marguerite maria mariam mariama mariana
  marianne marie mariela marielle mariem marieme marilou marilyne marina marinette mario marion marjane marjolaine
  marjorie marko marta martha marthe martial martina martine marvin marwa marwan marwane mary maryam maryem maryline
  maryse massil mateo mateusz mathea matheo mathias mathieu mathilda mathilde mathis mathurin mathys matias matilda
  matteo matthias matthieu matthis maud maude maureen maurice maurine mauro maxence maxime maximilien maylis mayssa
  mederic medhi mehdi mehmet mei melanie melia melina melinda meline melisande melissa mellina melody meriem merouane
  mert meryem mia michael michaela michel michele micheline michelle mickael miguel mihai mika mikael mila milan milena
  millie milo mina minh mireille miriam moctar modou mohamad mohamed mohammed mohan moise mokhtar mona monia monica
  monika monique morgan morgane mostafa mouad mouhamed mouna mounir mourad moussa moustapha muhammad muriel mustafa
  mustapha mylene myriam myrtille nabil nabila nada nadege nadia nadine nadir nael nahel naila naima najat najib najim
  najma naomi narjes nasser nassim nassima natacha natalia nathalie nathan nathanael nawal nawel nayla ndeye nehemie
  neil neila nell nelly nelson nesrine nestor nevena ngoc ngozi nguyet nicolas nicole nicoletta nidal niels nihad nikita
  nikola nikolay nils nina nino noa noah noam noe noelie noeline noella noelle noemie nohlan nolan nolwenn nora norah
  norbert nordine noreddine noria noriane norman nouha nour noura noureddine nuno octavie odette odile odilon oleksandr
  olena olga olivia oluwaseun olympe omar omer oriane ornella oscar osman othmane otman otto ouafa ouiam oumaima oumar
  oumayma oumou ousmane ousseynou owen ozan pablo paco paloma pamela paola paolo pape pascale pascaline patricia patrick
  patrizia paul paula paule pauline paulo pedro penelope perceval perrine peter petr petra petronille philemon philibert
  philip philippe philippine phuong pierrick pietro piotr prisca priscilla priya prosper quang quentin quyen rabah rabia
  rachel rachid rachida radia rafael rafaela rahma rahul raissa rajaa ralph ramatoulaye ramy rania raoul raphael
  raphaelle raquel rashid rayan rayane raymond raymonde rebecca reda redouane regine regis rejane remi remy renaud renee
  rhita riad ricardo richard rihab rima rita riyad robert roberto robin robinson rodolphe rodrigo rodrigue roger rokhaya
  rokia roland rolande romaric romeo romuald romy ronan rosa rosalie rosana rosanna roselyne rosine roukaya roxane ruben
  rudy ryad ryan saad saadia saber sabina sabine sabri sabrina sacha sadia sadio safa safia safiya safwan sahar said
  saida saidou saif salah salamata saliha salim salima saliou salma salome salomon salvatore samantha samba sami samia
  samir samira samson samuel samy sandra sandrine sandy sanjay santiago santino sara sarah sasha saskia satya saul
  savannah sebastian sebastien sekou selena selim selma selmane semih serena serge sergei sergio servane seydou seynabou
  shaima shaina shana shanna sharon shayna sheila sherine sibylle sidi sidonie siham silvia simao simeon simon simona
  simone sinan sixtine skander slimane sofia sofiane sofiia sohan sokhna solal solange soledad solene solenn soline
  solveig sonia sophia sophie sory soufiane soukaina soulaymane souleymane soumaya souria stan stanislas stella stephan
  stephane stephanie stephen steve steven sulivan sullivan suzanne suzy sven svetlana sylvain sylvaine sylvere sylvette
  sylvia sylviane sylvie syrine taha tahar talia tamara tanguy tania tara tarek tariq tatiana teddy tess tessa thais
  thanh thao thea thelma theo theodora theodore theophile therese thi thibaud thibault thibaut thien thierno thierry
  thomas thuy tidiane tiffany tilio timeo timothe timothee timothy tina tino titouan tiziana tobias tom tomas tommy toni
  tony toufik tristan tuan tunde ugo ulrich ulysse ursula valentin valentina valentine valere valerian valerie vanessa
  veronique vicky victor victoria victorien victorine viktor vincent virgil virgile virginie viviane vladimir wafa
  wahiba wahid waleed walid wanda wassila wassim wei wendy wiam widad wilfried wiliam willem william willy wissam wissem
  wladimir wojciech xavier xiao yaa yacine yacouba yael yahya yamina yamine yang yanis yann yannick yannis yara yasmina
  yasmine yasser yassin yassine yassir yaya ylan yoan yoann yohan yohann yolande youcef younes younous youri yousra
  youssef youssouf youssoupha ysaline yuki yulia yuna yusuf yvan yves yvette yvonne zaccaria zacharie zahra zainab
  zakaria zakarya zara zeinab zelda zelie zeliha zeynep ziad zineb zinedine zita zoe zohra zora zoulikha zuzanna`.split(
    /\s+/,
  ),
);

/** First names that are words of wishes too: counted only where somebody says who they are. */
const alsoNames = new Set(
  `alma ambre ange aurore blanche cassandra celeste cerise claude clementine flora florence france garance hana iris jade julia
  lea line manuel marguerite marin marine max maya noel olive pascal perle pierre prune romain romane rose ruby urbain victoire
  violette`.split(/\s+/),
);
/** Surnames that are words of texts as well. */
const surnames = new Set(
  `andre arnaud barbier berger bernard besson blanc blanchard bonnet boucher boulanger bourgeois boyer brun brunet caron charpentier
  chevalier cohen colin david denis duval faure fabre fleury fontaine fournier francois gaillard garnier gauthier gerard giraud
  girard guerin henry hubert jean joly lacroix lambert laurent leblanc leclerc legrand lemaire lemoine leroux leroy lucas marchand
  martin martinez masson mercier meunier meyer michel moreau morel moulin muller nicolas noel olivier paris perrin petit picard
  pierre poirier renard renaud richard riviere robert robin roche roger rolland rousseau roux roy simon thomas vidal vincent`.split(
    /\s+/,
  ),
);

/** Whether a word is a first name and, as far as wishes go, nothing else. */
export function isFirstName(word: string): boolean {
  return names.has(foldText(word));
}

/** Whether a word is a first name, and a word of wishes too. */
export function mayBeFirstName(word: string): boolean {
  return alsoNames.has(foldText(word));
}

/** Whether a word is a surname, and may be a word of texts as well. */
export function mayBeSurname(word: string): boolean {
  return surnames.has(foldText(word));
}
