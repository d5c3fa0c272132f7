import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashboardFilterSchema } from '../../../shared/domain/dashboard/dashboard-filter';
import { companyStandings } from '../../../shared/domain/dashboard/company-standing';
import { companyIdSchema, componentIdSchema, namedViewIdSchema } from '../../../shared/domain/ids';
import { contractTypes } from '../../../shared/domain/offer';
import {
  dashboardTabs,
  offersAddress,
  plainAddress,
  readDashboardAddress,
  viewAddress,
  writeDashboardAddress,
  type DashboardState,
} from './dashboard-address';

describe('the address of a dashboard', () => {
  it('keeps what is shown', () => {
    const words = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: undefined });
    const filters = fc.record(
      {
        year: fc.option(fc.integer({ min: 1899, max: 2200 })),
        basis: fc.constantFrom('deposit' as const, 'start' as const),
        span: fc.constantFrom('to-date' as const, 'whole' as const, null),
        componentId: fc.integer({ min: 1, max: 99 }).map((id) => componentIdSchema.parse(id)),
        companyId: fc.integer({ min: 1, max: 99 }).map((id) => companyIdSchema.parse(id)),
        contractType: fc.constantFrom(...contractTypes),
        domain: words,
        city: words,
        skill: words,
      },
      { requiredKeys: ['year', 'basis', 'span'] },
    );
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom(...dashboardTabs),
        fc.constantFrom(...companyStandings),
        fc.nat(99_998),
        (filter, tab, standing, page) => {
          const state: DashboardState = { tab, filter, standing, page, viewId: null };
          const read = readDashboardAddress(new URLSearchParams(writeDashboardAddress(state).toString()));
          expect(read.tab).toBe(tab);
          expect(read.standing).toBe(tab === 'companies' ? standing : 'present');
          expect(read.page).toBe(tab === 'companies' ? page : 0);
          expect(JSON.parse(JSON.stringify(read.filter))).toEqual(JSON.parse(JSON.stringify(filter)));
        },
      ),
    );
  });

  it('opens whatever stands in it', () => {
    const address = new URLSearchParams('tab=zzz&year=12&basis=x&span=&companyId=-4&contractType=nothing&city=');
    const { tab, filter } = readDashboardAddress(address);
    expect({ tab, filter }).toEqual({ tab: 'offers', filter: { year: null, basis: 'deposit', span: null } });
    expect(dashboardFilterSchema.safeParse(filter).success).toBe(true);
  });
});

it('leads to the list of offers with the criteria of a figure', () => {
  expect(offersAddress({ city: 'Évry', isDeposited: true, skill: undefined })).toBe(
    '/offers?city=%C3%89vry&isDeposited=true',
  );
});

it('opens a named view, and tells whether what is shown is still that', () => {
  const view = { id: namedViewIdSchema.parse(7), name: 'Santé', address: 'domain=Sant%C3%A9&tab=trends&zzz=1' };
  const opened = viewAddress(view).replace('/dashboards?', '');
  expect(readDashboardAddress(new URLSearchParams(opened))).toMatchObject({ viewId: 7, tab: 'trends' });
  expect(plainAddress(opened)).toBe(plainAddress(view.address));
  expect(plainAddress(`${opened}&city=Lyon`)).not.toBe(plainAddress(view.address));
});
