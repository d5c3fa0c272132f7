import { serveWorker } from '../serve-worker';
import { drawReport } from './draw-report';
import { drawSheet } from './draw-sheet';
import { lettersContract } from './letters-contract';
import { writeDraft } from './write-draft';

serveWorker(lettersContract, {
  letters: {
    draft: async ({ letter }) => ({ draft: await writeDraft(letter) }),
    report: async ({ report }) => ({ pdf: await drawReport(report) }),
    sheet: async ({ sheet }) => ({ pdf: await drawSheet(sheet) }),
  },
});
