import type { Translation } from '../en';

export const templates: Translation['templates'] = {
  title: 'Vorlagen',
  text: 'Wer eine Anfrage erstellt, kann mit einer davon beginnen und ändern, was anders ist. Anfragen aus einer Vorlage bleiben, wie sie sind, wenn sie sich ändert.',
  start: 'Mit einer Vorlage beginnen',
  startHint: 'Was Sie getippt haben, bleibt.',
  none: 'Keine',
  add: 'Neue Vorlage',
  edit: 'Vorlage ändern',
  save: 'Vorlage speichern',
  saveAs: 'Als Vorlage speichern',
  name: 'Name der Vorlage',
  nameMissing: 'Geben Sie einen Namen ein.',
  staffOnly: 'Nur für das Team',
  staffOnlyHint: 'Aus: Auch Kunden können damit beginnen. Was sie nicht sehen dürfen, fehlt ihnen darin.',
  dialogHint: 'All das lässt sich in einer Anfrage, die damit beginnt, noch ändern.',
  titleHint: 'Bleibt er leer, schreibt ihn, wer die Anfrage erstellt.',
  noTitle: 'Ohne Titel',
  empty: 'Noch keine Vorlagen.',
  outdated: 'Passt nicht mehr zu den Feldern und wird weggelassen: {{fields}}',
  removeTitle: 'Die Vorlage {{name}} entfernen?',
  removeText: 'Niemand kann mehr damit beginnen. Anfragen, die daraus entstanden sind, bleiben.',
};
