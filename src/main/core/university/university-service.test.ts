import { expect, it } from 'vitest';
import { companyDraft, formationDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';

it('counts what the database holds', async () => {
  await using records = openRecords();
  const empty = { pending: 0, ranked: 0, 'no-suitable-formation': 0, 'insufficient-text': 0 };
  expect(records.universityService.overview()).toEqual({
    offers: 0,
    formations: 0,
    companies: 0,
    components: 0,
    outcomes: empty,
  });
  await records.database.write((db) => {
    records.companyService.openIntake(db, null).put(companyDraft());
    records.formationService.openIntake(db, null).put(formationDraft({ component: 'IUT' }));
    const offers = records.offerService.openIntake(db, null);
    offers.put(offerDraft({ externalId: '1' }), offerContact());
    offers.put(offerDraft({ externalId: '2' }), offerContact());
    db.prepare("insert into ranking values (1, 'm', 'b', 'ranked', 0.5, 'x')").run();
  });
  expect(records.universityService.overview()).toEqual({
    offers: 2,
    formations: 1,
    companies: 1,
    components: 1,
    outcomes: { ...empty, pending: 1, ranked: 1 },
  });
});

it('lists components by name with the number of their formations', async () => {
  await using records = openRecords();
  await records.database.write((db) => {
    const intake = records.formationService.openIntake(db, null);
    intake.put(formationDraft({ title: 'Droit', component: 'Faculté de droit' }));
    intake.put(formationDraft({ title: 'Gestion', component: 'École de gestion' }));
    intake.put(formationDraft({ title: 'Finance', component: 'ÉCOLE DE GESTION' }));
  });
  expect(records.universityService.components()).toEqual([
    { id: 2, name: 'École de gestion', shortName: null, formationCount: 2 },
    { id: 1, name: 'Faculté de droit', shortName: null, formationCount: 1 },
  ]);
});

it('makes a component once, and keeps the first that has a name or a code', async () => {
  await using records = openRecords();
  const component = { kind: null, city: null, email: null };
  const ids = await records.database.write((db) => {
    const intake = records.universityService.openComponentIntake(db, { importId: null, at: 'x' });
    return [
      intake.put({ ...component, name: 'Faculté de droit', code: 'DROIT', shortName: 'FD' }),
      intake.put({ ...component, name: 'Faculté de Droit', code: null, shortName: null }),
      intake.put({ ...component, name: 'Droit', code: 'D2', shortName: null }),
      intake.put({ ...component, name: 'Autre', code: 'droit', shortName: null }),
      intake.resolve('fd'),
    ];
  });
  expect(ids).toEqual([1, 1, 1, 1, 1]);
});

it('calls the university what the settings call it', async () => {
  await using records = openRecords();
  const names = (): unknown => records.database.read.prepare('select name from university').pluck().all();
  await records.settingService.update({ universityName: 'Université de Valmont' });
  expect(names()).toEqual([]);
  await records.database.write((db) =>
    records.formationService.openIntake(db, null).put(formationDraft({ component: 'IUT' })),
  );
  expect(names()).toEqual(['Université de Valmont']);
  await records.settingService.update({ universityName: 'Université du Valmont', theme: 'dark' });
  expect(names()).toEqual(['Université du Valmont']);
});

it('knows its own addresses by their domains, and takes no public provider for one', async () => {
  await using records = openRecords();
  await records.database.write((db) => {
    const components = records.universityService.openComponentIntake(db, { importId: null, at: 'x' });
    const rest = { code: null, kind: null, city: null, shortName: null };
    components.put({ ...rest, name: 'IUT', email: 'iut@IUT.univ.example' });
    components.put({ ...rest, name: 'Droit', email: 'droit@gmail.com' });
    const insert = db.prepare(
      "insert into formation_manager (name, email, identity_key, created_at) values (?, ?, ?, 'x')",
    );
    insert.run('A', 'a@univ.example', 'a');
    insert.run('B', 'b@univ.example', 'b');
    insert.run('C', null, 'c');
  });
  expect(records.universityService.mailDomains()).toEqual(['iut.univ.example', 'univ.example']);
});
