import 'server-only';
import { defineCard, type ValueOf } from '../define';
import { FLASH_EVENTS } from '../pieces/watched';
import { checksHeadline } from '../pieces/checks-headline';
import { checkAdmins } from './risks/admins';
import { checkCriticalMessages } from './risks/critical-messages';
import { checkDemoPasswords } from './risks/demo-passwords';
import { checkDisabledAccounts } from './risks/disabled-accounts';
import { checkSignInBursts } from './risks/sign-in-bursts';
import { checkUnsentEvents } from './risks/unsent-events';
import { checkUnusedAccounts } from './risks/unused-accounts';

const CHECKS = [checkDemoPasswords, checkAdmins, checkSignInBursts, checkDisabledAccounts, checkUnusedAccounts, checkCriticalMessages, checkUnsentEvents];

/** What an admin should look into. */
export const riskList = defineCard({
  key: 'risk-list',
  tab: 'audit',
  title: 'Risks',
  about: 'What somebody should look into: accounts, sign-ins, critical messages and events that have not left, now.',
  view: 'checks',
  wide: true,
  ttlMs: 60_000,
  permission: 'audit.read',
  watches: ['sign-ins', 'session.revoked', ...FLASH_EVENTS],
  async compute({ now }): Promise<ValueOf<'checks'>> {
    const checks = await Promise.all(CHECKS.map((check) => check(now)));
    return { headline: checksHeadline(checks, 'checks'), checks, empty: 'Nothing is checked.' };
  },
});
