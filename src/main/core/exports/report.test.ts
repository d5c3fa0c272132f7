import { unzipSync, zipSync } from 'fflate/browser';
import readExcel from 'read-excel-file/node';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DatedReport } from '../../../shared/domain/report';
import { drawReport } from '../../workers/letters/draw-report';
import { writeReportWorkbook } from './report-workbook';

/** A picture of one dot. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const rows = Array.from({ length: 120 }, (_, index) => [
  `Formation n° ${index + 1} – parcours Génie œnologique`,
  ...[`${index}\u00a0652`, '0,47', `+${index},5\u00a0%`, '+3 (de 4)'],
]);
const report: DatedReport = {
  language: 'fr',
  title: 'Tableau de bord : Direction',
  author: 'Université de Valmont · IUT',
  componentId: null,
  logo: null,
  scope: ['Niveau de vue : IUT de Valmont', 'Année 2025–2026 jusqu’au 2 mars 2026', 'Ville : Lyon'],
  cautions: ['Aucun pourcentage n’est calculé sur moins de 5 offres.'],
  sections: [
    {
      ...{ title: 'Chiffres clés', sentence: '', picture: null, headings: [], notes: [] },
      rows: [['Offres', '1\u00a0652', '+12,5\u00a0% par rapport à 2024–2025']],
    },
    {
      title: 'Carte des trous : offres/places',
      sentence: '54 formations sur 185 ont peu de places.',
      picture: { png, width: 1, height: 1 },
      headings: ['Formation', 'Places', 'Offres par place', 'Évolution', 'Ancienne'],
      ...{ rows, notes: [] },
    },
    {
      ...{ title: 'Carte des trous : offres/places', sentence: 'Rien.', picture: null },
      headings: [],
      rows: [],
      notes: [],
    },
  ],
  madeAt: '2026-03-02T09:00:00.000Z',
  madeOn: '2 mars 2026',
};

describe('the document of a report', () => {
  it('bears the logo on each page, where there is one', async () => {
    const sections = report.sections.map((section) => ({ ...section, picture: null }));
    const withLogo = { ...report, sections, logo: { png, width: 1, height: 1 } };
    const picturesOf = async (drawn: DatedReport): Promise<readonly number[]> => {
      const document = await getDocumentProxy(await drawReport(drawn));
      const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
      const { OPS } = await getResolvedPDFJS();
      return await Promise.all(
        pages.map(async (page) => {
          const { fnArray } = await (await page).getOperatorList();
          return fnArray.filter((name) => name === OPS.paintImageXObject).length;
        }),
      );
    };
    const each = await picturesOf(withLogo);
    expect(each.length).toBeGreaterThan(2);
    expect(new Set(each)).toEqual(new Set([1]));
    expect(new Set(await picturesOf({ ...report, sections }))).toEqual(new Set([0]));
  });

  it('says every figure as the page does, on pages that each say whose, when and of which offers', async () => {
    const document = await getDocumentProxy(await drawReport(report));
    const { text } = await extractText(document, { mergePages: false });
    const pages = text.map((page) => page.replace(/\s+/g, ' '));
    expect(pages.length).toBeGreaterThan(2);
    const head = ['Université de Valmont · IUT · 2 mars 2026', 'Niveau de vue : IUT de Valmont', 'Ville : Lyon'];
    for (const [index, page] of pages.entries()) {
      expect(head.filter((part) => !page.includes(part))).toEqual([]);
      expect(page).toContain(`${index + 1}/${pages.length}`);
    }
    const all = pages.join(' ');
    const said = (cells: readonly string[]) => cells.join(' ').replace(/\s+/g, ' ');
    expect(rows.filter((cells) => !all.includes(said(cells)))).toEqual([]);
    expect(all).toContain('Offres 1 652 +12,5 % par rapport à 2024–2025');
  });

  it('keeps a figure on one line: columns are as wide as what is drawn', async () => {
    const cells = ['Molécia Synthèse', '111', '11', '+11 (de 1)', '3,1\u00a0%', '1,1\u00a0%'];
    const headings = ['Entreprise', '2025–2026', '2024–2025', 'Évolution', 'Part', 'Part, université'];
    const narrow = { ...section('Entreprises'), headings, rows: [cells] };
    const document = await getDocumentProxy(await drawReport({ ...report, sections: [narrow] }));
    const { items } = await (await document.getPage(1)).getTextContent();
    const written = items.flatMap((item) => ('str' in item ? [item.str.replace(/\s/g, ' ')] : []));
    expect(cells.slice(1).filter((cell) => !written.includes(cell.replace(/\s/g, ' ')))).toEqual([]);
  });

  it('is tagged: headings, the picture with its words, tables with their headings', async () => {
    const document = await getDocumentProxy(await drawReport(report));
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const trees: string[] = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      trees.push(JSON.stringify(await (await document.getPage(page)).getStructTree()));
    }
    const roles = new Set(trees.flatMap((tree) => [...tree.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role)));
    expect([...roles].sort()).toEqual(['Document', 'Figure', 'H1', 'H2', 'P', 'Root', 'TD', 'TH', 'TR', 'Table']);
    expect(trees.join('')).toContain('54 formations sur 185 ont peu de places.');
  });

  it.each([
    ['nothing', { ...report, sections: [] }],
    [
      'long words and many columns',
      {
        ...report,
        sections: [{ ...section('x'.repeat(1_500)), headings: Array.from({ length: 20 }, () => 'Colonne') }],
      },
    ],
    ['a row higher than others', { ...report, sections: [section('mot '.repeat(400))] }],
  ])('can be drawn of %s', async (_what, hard) => {
    const document = await getDocumentProxy(await drawReport(hard));
    expect(document.numPages).toBeGreaterThan(0);
  });
});

function section(text: string) {
  return {
    title: text.slice(0, 80),
    sentence: text,
    picture: null,
    headings: ['A', 'B'],
    rows: [[text, text]],
    notes: [],
  };
}

describe('the workbook of a report', () => {
  it('has the figures as numbers and everything else as it is written', async () => {
    const sheets = await readExcel(Buffer.from(writeReportWorkbook(report)));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Tableau de bord Direction',
      'Chiffres clés',
      'Carte des trous offres places',
      'Carte des trous offres places 2',
    ]);
    const table = sheets[2]?.data ?? [];
    expect(table[3]).toEqual(['Formation', 'Places', 'Offres par place', 'Évolution', 'Ancienne']);
    expect(table[5]).toEqual(['Formation n° 2 – parcours Génie œnologique', 1652, 0.47, 0.015, '+3 (de 4)']);
    expect(table.length).toBe(4 + rows.length);
    expect(sheets[0]?.data.map(([cell]) => cell)).toContain('Ville : Lyon');
  });

  it('is the same for the same report', () => {
    expect(writeReportWorkbook(report)).toEqual(writeReportWorkbook(report));
    // Still a container that others read.
    expect(Object.keys(unzipSync(zipSync(unzipSync(writeReportWorkbook(report))))).length).toBe(9);
  });
});
