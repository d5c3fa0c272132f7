import { expect, type Download, type Locator, type Page } from '@playwright/test';

/** A page with a table, its search and criteria, and the panel of the opened row. */
export class ListPage {
  readonly grid: Locator;
  readonly rows: Locator;
  /** `1 500 offres`, beside the title. */
  readonly count: Locator;
  readonly search: Locator;
  readonly panel: Locator;

  constructor(
    readonly page: Page,
    title: string,
  ) {
    this.grid = page.getByRole('grid', { name: title });
    this.rows = this.grid.locator('[role="row"][data-id]');
    this.count = page.getByRole('main').getByRole('status').first();
    this.search = page.getByRole('searchbox');
    this.panel = page.getByRole('complementary');
  }

  row(index: number): Locator {
    return this.rows.nth(index);
  }

  /** The cell of a row in a column, by the column's own name. */
  cell(index: number, field: string): Locator {
    return this.row(index).locator(`[data-field="${field}"]`);
  }

  async openRow(index: number): Promise<void> {
    await this.cell(index, await this.firstField()).click();
  }

  private async firstField(): Promise<string> {
    return (
      (await this.row(0)
        .locator('[role="gridcell"]:not([data-field="__check__"])')
        .first()
        .getAttribute('data-field')) ?? ''
    );
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).click();
  }

  /** Sorts by a column of counts, the largest first, and waits until the rows follow. */
  async sortDownBy(column: string, field: string): Promise<void> {
    await this.sortBy(column);
    await expect(this.page).toHaveURL(new RegExp(`sort=${field}\\.asc`));
    await this.sortBy(column);
    await expect(this.page).toHaveURL(new RegExp(`sort=${field}\\.desc`));
    const counts = async (): Promise<readonly number[]> => {
      const texts = await this.rows.locator(`[data-field="${field}"]`).allInnerTexts();
      return texts.map((text) => Number(text.replace(/\D/g, '')));
    };
    await expect(async () => {
      const shown = await counts();
      expect(shown[0]).toBeGreaterThan(0);
      expect(shown).toEqual([...shown].sort((a, b) => b - a));
    }).toPass();
  }

  async choose(criterion: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: criterion }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }

  async goToPage(number: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`page ${number}$`, 'i') }).click();
  }

  /** Saves the rows of the list; `index` counts the entries of the menu from 0. */
  async export(index: number): Promise<Download> {
    await this.page.getByRole('button', { name: 'Exporter' }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem').nth(index).click();
    return await download;
  }
}
