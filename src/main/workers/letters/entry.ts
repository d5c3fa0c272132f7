import { serveWorker } from '../serve-worker';
import { drawSheet } from './draw-sheet';
import { lettersContract } from './letters-contract';
import { writeDraft } from './write-draft';

serveWorker(lettersContract, {
  letters: {
    draft: async ({ letter }) => ({ draft: await writeDraft(letter) }),
    sheet: async ({ sheet }) => ({ pdf: await drawSheet(sheet) }),
  },
});
