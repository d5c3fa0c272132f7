import { describe, expect, it } from 'vitest';
import { contractTypeSchema } from '../../shared/domain/offer';
import { companyIdSchema, type CompanyId } from '../../shared/domain/ids';
import type { ContractType } from '../../shared/domain/offer';
import { readListAddress, readWith, writeListAddress, type ListRules } from './list-address';

interface Filter {
  readonly text?: string | undefined;
  readonly contractType?: ContractType | undefined;
  readonly companyId?: CompanyId | undefined;
}

const rules: ListRules<Filter, 'title' | 'postedOn'> = {
  readers: {
    text: (text) => text,
    contractType: readWith(contractTypeSchema),
    companyId: readWith(companyIdSchema, Number),
  },
  columns: ['title', 'postedOn'],
  defaultSort: { by: 'postedOn', direction: 'desc' },
};

const read = (address: string) => readListAddress(new URLSearchParams(address), rules);

describe('the address of a list', () => {
  it('says nothing when everything is as usual', () => {
    expect(read('')).toEqual({
      filter: {},
      sort: { by: 'postedOn', direction: 'desc' },
      page: 0,
      pageSize: 50,
      open: null,
    });
    expect(writeListAddress(read(''), rules).toString()).toBe('');
  });

  it('comes back as it was written', () => {
    const address = 'text=d%C3%A9veloppeur&contractType=internship&companyId=12&sort=title.asc&page=3&rows=25&open=42';
    expect(read(address)).toEqual({
      filter: { text: 'développeur', contractType: 'internship', companyId: 12 },
      sort: { by: 'title', direction: 'asc' },
      page: 2,
      pageSize: 25,
      open: 42,
    });
    expect(writeListAddress(read(address), rules).toString()).toBe(address);
  });

  it('leaves out what it cannot mean', () => {
    expect(read('contractType=slavery&companyId=-4&sort=password.asc&page=zero&rows=5000&open=1e9&text=')).toEqual(
      read(''),
    );
  });
});
