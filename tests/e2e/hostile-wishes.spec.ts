import { expect, test } from './support/test';

/** The first question starts the thread and the encoder, which on a busy machine takes its time. */
const answered = { timeout: 45_000 };

const wishes = [
  ['signs', '🎓😀👩‍🔬'],
  ['another script', '化学の実習を探しています'],
  ['stop words', 'le la les de'],
  ['the syntax of a search', 'NEAR(a) * - ^ {title}: "x" OR'],
  ['100,000 characters', 'analyse des eaux '.repeat(5_882)],
] as const;

const boxes = [
  ['/search', 'Mots-clés ou description', 'Recherche d’offres'],
  ['/students/internship', 'Ce que vous cherchez', 'Offres ouvertes'],
  ['/students/formation', 'Ce que vous aimeriez étudier ou devenir', 'Formations qui s’en approchent'],
] as const;

for (const [path, box, place] of boxes) {
  test(`${path} answers whatever is written, and goes on`, async ({ sample }) => {
    test.slow();
    const { page } = sample;
    await sample.visit(path);
    const written = page.getByRole('textbox', { name: box });
    const shown =
      path === '/search' ? page.getByRole('grid', { name: place }) : page.getByRole('region', { name: place });
    for (const [what, wish] of wishes) {
      await written.fill(wish);
      await expect(written, what).toHaveValue(wish);
      await page.waitForTimeout(600);
      await expect(page.locator('.MuiSkeleton-root'), what).toHaveCount(0, answered);
      await expect(page.getByText(/Numéro d’incident|imprévu/), what).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 }), what).toBeVisible();
    }
    // A wish of anybody's finds something behind all that.
    await written.fill(
      path === '/students/internship' ? 'Je cherche un stage en laboratoire' : 'analyser des eaux en laboratoire',
    );
    await expect(shown).toContainText(/labo|chimie|analy/i, answered);
  });
}
