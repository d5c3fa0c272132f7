import type { Locator, Page } from '@playwright/test';
import { ImportPage } from './import-page';
import { ListPage } from './list-page';

export const pageNames = ['Accueil', 'Offres', 'Formations', 'Entreprises', 'Imports', 'Réglages'] as const;
export type PageName = (typeof pageNames)[number];

/** The frame of the application, and the way to its pages. */
export class Application {
  readonly navigation: Locator;
  readonly main: Locator;
  readonly notices: Locator;
  readonly loadSample: Locator;
  readonly offers: ListPage;
  readonly formations: ListPage;
  readonly companies: ListPage;
  readonly imports: ImportPage;

  constructor(readonly page: Page) {
    this.navigation = page.getByRole('navigation', { name: /Navigation principale|Main navigation/ });
    this.main = page.getByRole('main');
    this.notices = page.getByRole('region', { name: 'Messages' });
    this.loadSample = page.getByRole('button', { name: 'Charger l’université d’exemple' });
    this.offers = new ListPage(page, 'Offres');
    this.formations = new ListPage(page, 'Formations');
    this.companies = new ListPage(page, 'Entreprises');
    this.imports = new ImportPage(page);
  }

  async goTo(name: PageName): Promise<void> {
    await this.navigation.getByRole('link', { name }).click();
  }

  /** Opens an address of the application as a link from outside would. */
  async visit(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href);
  }

  /** Presses a switch of the header and waits until the choice is kept: a page that is left at once takes its call along. */
  async choose(name: 'Switch to English' | 'Switch to the dark theme'): Promise<void> {
    const kept = this.page.waitForResponse((answer) => answer.url().endsWith('settings.update'));
    await this.page.getByRole('button', { name }).click();
    await kept;
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }
}
