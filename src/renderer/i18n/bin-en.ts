import type { BinTexts } from './bin-fr';

/** The offers that were deleted a while ago, in English. */
export const binEn: BinTexts = {
  title: 'Recently deleted offers',
  link_one: '{{count, number}} recently deleted',
  link_other: '{{count, number}} recently deleted',
  isThere: 'This offer was deleted recently: it can be restored.',
  backToOffers: 'All offers',
  lead: 'A deleted offer stays here for 30 days, with its decisions and what was said of it, and is erased then.',
  deletedAt: 'Deleted on',
  keptUntil: 'Kept until',
  restore: 'Restore',
  restoreOf: 'Restore {{title}}',
  empty: 'Empty…',
  emptyForGood_one: 'Erase this offer for good',
  emptyForGood_other: 'Erase these {{count, number}} offers for good',
  keep: 'Keep them',
  emptyTitle: 'No deleted offer',
  emptyText: 'What you delete is found here for 30 days.',
};
