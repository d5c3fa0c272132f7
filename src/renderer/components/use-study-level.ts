import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Names a level of study by its years after the baccalauréat: Bac+3. */
export function useStudyLevel(): (years: number) => string {
  const { t } = useTranslation();
  return useCallback((years) => (years === 0 ? t('common.bacOnly') : t('common.bac', { years })), [t]);
}
