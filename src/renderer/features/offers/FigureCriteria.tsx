import { Chip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { unpackIds } from '../../../shared/util/packed-ids';
import type { FormationId } from '../../../shared/domain/ids';
import type { OfferFilter } from '../../../shared/contract/offers';
import { useCall } from '../../api/use-call';
import type { ListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import type { OfferColumn } from './offer-list';

interface FigureCriteriaProps {
  readonly address: Pick<ListAddress<OfferFilter, OfferColumn>, 'filter' | 'setFilter'>;
}

/** Criteria that come with a figure of a dashboard, named and removable. */
export function FigureCriteria({ address }: FigureCriteriaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = address;
  const { alsoFormationId, componentId, firstComponentId, firstFormationId, skill, romeCode, level, seniority } =
    filter;
  const { depositedFrom, depositedTo, startsFrom, startsTo, isDeposited, isOpen, among, transmission, isFillDated } =
    filter;
  const { followedTo, createdFrom, isTakable, isForStudents, keepsUnsaid, availableFrom, availableTo } = filter;
  const asksForComponent = componentId !== undefined || firstComponentId !== undefined;
  const components = useCall('university', 'components', {}, { enabled: asksForComponent }).data;
  const firstFormation = useFormationName(firstFormationId);
  const alsoFormation = useFormationName(alsoFormationId);
  const componentName = (id: number | undefined): string | undefined =>
    id === undefined ? undefined : (components?.find((component) => component.id === id)?.name ?? String(id));
  const day = (value: string | undefined): string => (value === undefined ? '…' : format.date(value));
  const days = (from: string | undefined, to: string | undefined) =>
    from === undefined && to === undefined ? undefined : { from: day(from), to: day(to) };
  const deposited = days(depositedFrom, depositedTo);
  const starts = days(startsFrom, startsTo);
  const available = days(availableFrom, availableTo);
  const named = (key: NamedChip, name: string | undefined, without: Partial<OfferFilter>) =>
    name === undefined ? [] : [{ key, label: t(`dashboards.chips.${key}`, { name }), without }];
  const flag = (key: FlagChip, isSet: true | undefined, without: Partial<OfferFilter>) =>
    isSet ? [{ key, label: t(`dashboards.chips.${key}`), without }] : [];
  const chips = [
    ...(deposited
      ? [
          {
            key: 'deposited',
            label: t('dashboards.chips.deposited', deposited),
            without: { depositedFrom: undefined, depositedTo: undefined },
          },
        ]
      : []),
    ...(starts
      ? [
          {
            key: 'starts',
            label: t('dashboards.chips.starts', starts),
            without: { startsFrom: undefined, startsTo: undefined },
          },
        ]
      : []),
    ...(available
      ? [
          {
            key: 'available',
            label: t('dashboards.chips.available', available),
            without: { availableFrom: undefined, availableTo: undefined },
          },
        ]
      : []),
    ...named('component', componentName(componentId), { componentId: undefined }),
    ...named('firstComponent', componentName(firstComponentId), { firstComponentId: undefined }),
    ...named('firstFormation', firstFormation, { firstFormationId: undefined }),
    ...named('alsoFormation', alsoFormation, { alsoFormationId: undefined }),
    ...named('title', filter.title, { title: undefined }),
    ...named('skill', skill, { skill: undefined }),
    ...named('romeCode', romeCode, { romeCode: undefined }),
    ...named(
      'level',
      level === undefined ? undefined : level === 0 ? t('common.bacOnly') : t('common.bac', { years: level }),
      { level: undefined },
    ),
    ...named('seniority', seniority === undefined ? undefined : t(`seniority.${seniority}`), { seniority: undefined }),
    ...(among === undefined
      ? []
      : [
          {
            key: 'among',
            label: t('dashboards.chips.among', { count: unpackIds(among).length }),
            without: { among: undefined },
          },
        ]),
    ...(transmission === undefined
      ? []
      : [
          {
            key: 'transmission',
            label: t(`dashboards.chips.transmission.${transmission}`),
            without: { transmission: undefined, followedTo: undefined },
          },
        ]),
    ...flag('isFillDated', isFillDated, { isFillDated: undefined, followedTo: undefined }),
    ...named('followedTo', followedTo === undefined ? undefined : format.date(followedTo), { followedTo: undefined }),
    ...named('createdFrom', createdFrom === undefined ? undefined : format.dateTime(createdFrom), {
      createdFrom: undefined,
    }),
    ...flag('isTakable', isTakable, { isTakable: undefined }),
    ...flag('isForStudents', isForStudents, { isForStudents: undefined }),
    ...flag('keepsUnsaid', keepsUnsaid, { keepsUnsaid: undefined }),
    ...(isOpen ? [{ key: 'isOpen', label: t('search.isOpen'), without: { isOpen: undefined } }] : []),
    ...flag('isDeposited', isDeposited, { isDeposited: undefined }),
  ];
  return chips.map(({ key, label, without }) => <Chip key={key} label={label} onDelete={() => setFilter(without)} />);
}

type FlagChip = 'isFillDated' | 'isDeposited' | 'isTakable' | 'isForStudents' | 'keepsUnsaid';

type NamedChip =
  | 'createdFrom'
  | 'followedTo'
  | 'alsoFormation'
  | 'component'
  | 'firstComponent'
  | 'firstFormation'
  | 'title'
  | 'skill'
  | 'romeCode'
  | 'level'
  | 'seniority';

/** The title of a formation, its id until that is known; undefined without an id. */
function useFormationName(formationId: FormationId | undefined): string | undefined {
  // The input of an unasked question is never sent; it only has to be of the right type.
  const input = { formationId: formationId ?? 1 };
  const formation = useCall('formations', 'get', input, { enabled: formationId !== undefined }).data;
  return formationId === undefined ? undefined : (formation?.title ?? String(formationId));
}
