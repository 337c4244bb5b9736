import { account } from './account';
import { activity } from './activity';
import { admin } from './admin';
import { attachments } from './attachments';
import { comments } from './comments';
import { common } from './common';
import { connection } from './connection';
import { dashboard } from './dashboard';
import { create } from './create';
import { error } from './error';
import { feed } from './feed';
import { fieldType } from './fieldType';
import { history } from './history';
import { keys } from './keys';
import { life } from './life';
import { due, list } from './list';
import { members } from './members';
import { palette } from './palette';
import { pdf } from './pdf';
import { people } from './people';
import { presence } from './presence';
import { preview, saving, usage } from './programSettings';
import { programs } from './programs';
import { request } from './request';
import { requests } from './requests';
import { session } from './session';
import { settings } from './settings';
import { shell } from './shell';
import { stream } from './stream';
import { templates } from './templates';
import { app, role, status, priority } from './words';

/** English, and the list of all texts: the other languages have exactly these keys. */
export const en = {
  app,
  common,
  error,
  session,
  shell,
  connection,
  keys,
  role,
  status,
  priority,
  fieldType,
  programs,
  settings,
  saving,
  usage,
  preview,
  members,
  people,
  request,
  requests,
  list,
  due,
  create,
  templates,
  life,
  stream,
  comments,
  presence,
  attachments,
  pdf,
  activity,
  feed,
  history,
  account,
  admin,
  dashboard,
  palette,
} as const;

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Translation = Texts<typeof en>;
