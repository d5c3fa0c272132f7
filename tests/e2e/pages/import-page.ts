import type { Locator, Page } from '@playwright/test';
import type { FilePayload } from '../support/file-payload';

export type ImportFigure = 'Lues' | 'Créées' | 'Mises à jour' | 'Inchangées' | 'Rejetées';

/** Taking a file in: choosing it, checking it, trying it, importing it, its report. */
export class ImportPage {
  readonly tryIt: Locator;
  readonly columns: Locator;
  readonly firstRows: Locator;
  readonly trial: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  /** What undoing would do, before it does. */
  readonly question: Locator;
  readonly list: Locator;
  readonly reportRows: Locator;
  readonly errors: Locator;

  constructor(readonly page: Page) {
    this.tryIt = page.getByRole('button', { name: 'Essayer sans enregistrer' });
    this.columns = page.getByRole('table', { name: 'Colonnes' });
    this.firstRows = page.getByRole('table', { name: 'Premières lignes' });
    this.trial = page.getByRole('region', { name: 'Résultat de l’essai' });
    this.undo = page.getByRole('main').getByRole('button', { name: /^Défaire l’import de / });
    this.redo = page.getByRole('main').getByRole('button', { name: /^Rétablir l’import de / });
    this.question = page.getByRole('dialog', { name: /^Défaire l’import de / });
    this.list = page.getByRole('table', { name: 'Liste des imports' });
    this.reportRows = page.getByRole('table', { name: 'Lignes du fichier' });
    this.errors = page.getByRole('main').getByRole('alert');
  }

  /** Chooses the kind of content, unless it is left to the columns, and a file or several, as a person does on the import page. */
  async choose(kind: 'Offres' | 'Formations' | 'Entreprises' | null, file: FilePayload | FilePayload[]): Promise<void> {
    if (kind !== null) await this.page.getByRole('radio', { name: kind }).check();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await (await chooser).setFiles(file);
  }

  /** The field that a column of the file becomes. */
  fieldOf(column: string): Locator {
    return this.columns.getByRole('combobox', { name: `${column} : Devient` });
  }

  async mapColumn(column: string, field: string): Promise<void> {
    await this.fieldOf(column).click();
    await this.page.getByRole('option', { name: field }).click();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: /^Importer les / }).click();
  }

  /** Says yes to undoing. */
  async confirmUndo(): Promise<void> {
    await this.question.getByRole('button', { name: 'Défaire l’import' }).click();
  }

  /** One of the five figures of a report or of a trial. */
  figure(name: ImportFigure, within: Locator = this.page.getByRole('main')): Locator {
    return within.getByRole('group', { name: 'Lignes du fichier' }).locator('> *').filter({ hasText: name });
  }

  line(name: string): Locator {
    return this.list.getByRole('row').filter({ hasText: name });
  }
}
