import type { PlatformPause } from '../rule';

/**
 * Announced windows in which a platform stopped its countdowns. They are announced anew every year and do not
 * follow the public holidays (J05), so coming years ship empty and are typed in by the seller.
 */
export const shippedPauses: readonly PlatformPause[] = [
  {
    id: 'jd.spring.2019',
    platform: 'jd',
    from: '2019-02-04',
    to: '2019-02-10',
    rules: ['jd.service-order.*'],
  },
  {
    id: 'jd.spring.2021',
    platform: 'jd',
    from: '2021-02-09',
    to: '2021-02-17',
    rules: ['jd.service-order.*'],
  },
  {
    id: 'jd.spring.2023',
    platform: 'jd',
    from: '2023-01-19',
    to: '2023-01-27',
    rules: ['jd.service-order.*'],
  },
];
