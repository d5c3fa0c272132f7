import { useTranslation } from 'react-i18next';
import type { OfferDuration, OfferPay, OfferStart } from '../../../shared/domain/offer';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import type { Proposals } from './proposals';

export interface FieldWords {
  readonly duration: (duration: OfferDuration) => string;
  readonly pay: (pay: OfferPay) => string;
  /** A proposed value as a person reads it; empty where there is none. */
  readonly proposal: (field: keyof Proposals, proposals: Proposals) => string;
}

/** Puts the values of an offer's fields into words. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useStudyLevel();
  const duration = ({ unit, min, max }: OfferDuration): string => {
    const isMonths = unit === 'month';
    if (min === max) return t(isMonths ? 'offers.months' : 'offers.weeks', { count: min });
    const [from, to] = [format.number(min), format.number(max)];
    return t(isMonths ? 'offers.monthsRange' : 'offers.weeksRange', { min: from, max: to });
  };
  const pay = ({ amount, per, wording }: OfferPay): string => {
    if (amount === null || per === null) return wording;
    const names = { hour: 'offers.perHour', month: 'offers.perMonth', year: 'offers.perYear' } as const;
    return t(names[per], { amount: format.euros(amount) });
  };
  const start = (value: OfferStart): string => {
    if (value.kind === 'as-soon-as-possible') return t('editor.startKinds.as-soon-as-possible');
    if (value.kind === 'date') return format.date(value.on);
    return `${format.date(value.from)} – ${format.date(value.to)}`;
  };
  return {
    duration,
    pay,
    proposal(field, proposals) {
      const { title, contractType, levels, seniority, duration: length, weeklyHours, pay: money, domain } = proposals;
      const { companyName, companySiret, contactName, contactEmail, contactPhone, postcode, city, remote, expiresOn } =
        proposals;
      const words = {
        title,
        contractType: contractType && t(`contractTypes.${contractType}`),
        levels: levels && format.list(levels.map(level)),
        seniority: seniority && t(`seniority.${seniority}`),
        duration: length && duration(length),
        weeklyHours: weeklyHours && t('offers.hoursPerWeek', { hours: format.number(weeklyHours) }),
        pay: money && pay(money),
        domain,
        ...{ companyName, companySiret, contactName, contactEmail, contactPhone, postcode, city },
        start: proposals.start && start(proposals.start),
        remote: remote && t(`remote.${remote}`),
        expiresOn: expiresOn && format.date(expiresOn),
      };
      return words[field] || '';
    },
  };
}
