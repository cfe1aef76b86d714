import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countWinBack } from '../../data/win-back-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { BuyersTab } from './buyers-tab';
import { PeopleTab } from './people-tab';
import { WinBackTab } from './win-back-tab';
import './people.css';

const tabs = ['people', 'buyers', 'winBack'] as const;
type Tab = (typeof tabs)[number];

/** People: the contact book (R58, R109), the buyers over all shops, and whom to win back (R169). */
export function PeopleScreen() {
  const { t } = useTranslation();
  const present = useNow();
  const due = useLive(() => countWinBack(present), [present]) ?? 0;
  const [tab, setTab] = useState<Tab>('people');
  return (
    <section className="people-screen" aria-label={t('app.screen.people')}>
      <div className="people-bar">
        <h1>{t('app.screen.people')}</h1>
        <Segmented
          aria-label={t('people.show')}
          value={tab}
          options={tabs.map((value) => ({
            value,
            label:
              value === 'winBack' && due > 0
                ? `${t(`people.tab.${value}`)} ${due}`
                : t(`people.tab.${value}`),
          }))}
          onChange={setTab}
        />
      </div>
      {tab === 'people' ? <PeopleTab /> : tab === 'buyers' ? <BuyersTab /> : <WinBackTab present={present} />}
    </section>
  );
}
