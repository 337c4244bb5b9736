import type { Translation } from '../en';

export const session: Translation['session'] = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  wrong: 'E-Mail oder Passwort ist falsch.',
  inactive: 'Dieses Konto wurde deaktiviert. Die Administration kann es wieder aktivieren.',
  ended: 'Ihre Sitzung ist abgelaufen. Melden Sie sich an, um weiterzumachen, wo Sie waren.',
  logOut: 'Abmelden',
  unreachableTitle: 'Docket ist nicht erreichbar',
  unreachable: 'Der Server antwortet nicht. Sobald Sie es versuchen, versuchen wir es auch.',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
};
