// SPDX-License-Identifier: Apache-2.0
/** Every word that the page says of itself, in English and in Traditional Chinese. */

const english = {
  title: "LiveDesk simulator",
  notConnected: "Not connected. Trying again…",
  noAnswer: "The simulator did not answer.",
  failedAction: (reason) => `That did not work: ${reason}`,
  loading: "Loading…",
  labelled: (label, text) => `${label}: ${text}`,

  conversations: "Conversations",
  conversation: (id) => `Conversation ${id}`,
  messageCount: (count) => (count === 1 ? "1 message" : `${count} messages`),
  failedCount: (count) => `${count} failed`,
  noConversations: "No messages yet",
  welcome: "Every message that a route sends to this simulator appears here as customers and agents would see it.",
  welcomeRoute: "Send one with this route step",
  welcomeProperty: "and this property of the application",

  contact: (id) => `Contact ${id}`,
  customer: "Customer",
  phone: "Phone",
  email: "E-mail",
  identifier: "Identifier",
  contactId: "Contact",
  inbox: "Inbox",
  statuses: { open: "Open", pending: "Pending", snoozed: "Snoozed", resolved: "Resolved", closed: "Closed" },
  snoozedUntil: (time) => `Snoozed until ${time}`,

  clear: "Clear",
  clearTitle: "Clear everything?",
  clearQuestion: "All contacts, conversations, their messages, files and recorded calls are forgotten.",
  confirmClear: "Clear everything",
  cancel: "Cancel",
  close: "Close",
  back: "Back to the conversations",

  messages: "Messages",
  noMessages: "No messages in this conversation.",
  olderMessages: (count) => (count === 1 ? "1 older message is not shown." : `${count} older messages are not shown.`),
  message: (id) => `Message ${id}`,
  ofMessage: (label, id) => `${label}, message ${id}`,
  privateNote: "Private note",
  onlyAgents: "only agents see it",
  sent: "Sent",
  failed: "Failed",
  warning: "Warning",
  warnings: "Warnings",
  replyTo: (id) => `Reply to message ${id}`,
  attachment: "Attachment",
  showAll: "Show all",
  showLess: "Show less",
  raw: "Request and reply",
  fail: "Mark as failed",
  retry: "Retry",

  template: "Template",
  image: "Image",
  video: "Video",
  document: "Document",
  location: "Location",
  urlButton: "Link button",
  quickReplyButton: "Quick reply button",

  externalError: "External error",
  failNext: "Fail the next message",
  waiting: "What happens to the next requests",
  behaviours: {
    failMessage: ({ times, externalError }) =>
      times === 1 ? `The next message fails: ${externalError}` : `The next ${times} messages fail: ${externalError}`,
    answer: ({ times, status, retryAfter }) =>
      (times === 1 ? "The next request is refused with" : `The next ${times} requests are refused with`) +
      ` ${status}` +
      (retryAfter == null ? "" : ` (Retry-After: ${retryAfter})`),
    delay: ({ times, millis }) =>
      times === 1 ? `The next request waits ${millis} ms` : `The next ${times} requests wait ${millis} ms each`,
    dropConnection: ({ times, when }) =>
      (times === 1
        ? "The next request gets no answer: its connection is dropped "
        : `The next ${times} requests get no answer: their connections are dropped `) +
      (when === "beforeStored" ? "before anything is stored" : "after the message is stored"),
  },

  callsOf: (id) => `Request and reply of message ${id}`,
  call: (number) => `Call ${number}`,
  request: "Request",
  reply: "Reply",
  body: (size) => `body: ${size}`,
  noCalls: "No call is recorded for this message.",
  callNotKept: "This call is no longer kept.",
  dropped: "The connection was dropped without an answer.",
};

const chinese = {
  title: "LiveDesk 模擬器",
  notConnected: "連線中斷，正在重新連線…",
  noAnswer: "模擬器沒有回應。",
  failedAction: (reason) => `無法完成：${reason}`,
  loading: "載入中…",
  labelled: (label, text) => `${label}：${text}`,

  conversations: "對話",
  conversation: (id) => `對話 ${id}`,
  messageCount: (count) => `${count} 則訊息`,
  failedCount: (count) => `${count} 則失敗`,
  noConversations: "還沒有訊息",
  welcome: "路由傳送到這個模擬器的每一則訊息都會顯示在這裡，就像客戶與客服人員看到的樣子。",
  welcomeRoute: "在路由中加入這個步驟來傳送訊息",
  welcomeProperty: "並在應用程式中設定這個屬性",

  contact: (id) => `聯絡人 ${id}`,
  customer: "客戶",
  phone: "電話",
  email: "電子郵件",
  identifier: "識別碼",
  contactId: "聯絡人",
  inbox: "收件匣",
  statuses: { open: "開啟", pending: "待處理", snoozed: "已延後", resolved: "已解決", closed: "已關閉" },
  snoozedUntil: (time) => `延後至 ${time}`,

  clear: "清除",
  clearTitle: "要全部清除嗎？",
  clearQuestion: "所有聯絡人、對話、訊息、檔案和呼叫紀錄都會被清除。",
  confirmClear: "全部清除",
  cancel: "取消",
  close: "關閉",
  back: "返回對話列表",

  messages: "訊息",
  noMessages: "這個對話沒有訊息。",
  olderMessages: (count) => `另有 ${count} 則較早的訊息未顯示。`,
  message: (id) => `訊息 ${id}`,
  ofMessage: (label, id) => `${label}，訊息 ${id}`,
  privateNote: "內部備註",
  onlyAgents: "只有客服人員看得到",
  sent: "已傳送",
  failed: "傳送失敗",
  warning: "警告",
  warnings: "警告",
  replyTo: (id) => `回覆訊息 ${id}`,
  attachment: "附件",
  showAll: "顯示全部",
  showLess: "收合",
  raw: "請求與回應",
  fail: "標示為失敗",
  retry: "重試",

  template: "範本",
  image: "圖片",
  video: "影片",
  document: "文件",
  location: "位置",
  urlButton: "連結按鈕",
  quickReplyButton: "快速回覆按鈕",

  externalError: "外部錯誤",
  failNext: "讓下一則訊息失敗",
  waiting: "接下來的請求會發生什麼事",
  behaviours: {
    failMessage: ({ times, externalError }) =>
      times === 1 ? `下一則訊息會失敗：${externalError}` : `接下來 ${times} 則訊息會失敗：${externalError}`,
    answer: ({ times, status, retryAfter }) =>
      (times === 1 ? `下一個請求會被拒絕，狀態碼 ${status}` : `接下來 ${times} 個請求會被拒絕，狀態碼 ${status}`) +
      (retryAfter == null ? "" : `（Retry-After：${retryAfter}）`),
    delay: ({ times, millis }) =>
      times === 1 ? `下一個請求會延遲 ${millis} 毫秒` : `接下來 ${times} 個請求各會延遲 ${millis} 毫秒`,
    dropConnection: ({ times, when }) =>
      (times === 1 ? "下一個請求不會得到回應：連線會在" : `接下來 ${times} 個請求不會得到回應：連線會在`) +
      (when === "beforeStored" ? "儲存任何資料之前中斷" : "訊息儲存之後中斷"),
  },

  callsOf: (id) => `訊息 ${id} 的請求與回應`,
  call: (number) => `呼叫 ${number}`,
  request: "請求",
  reply: "回應",
  body: (size) => `內文：${size}`,
  noCalls: "這則訊息沒有呼叫紀錄。",
  callNotKept: "這個呼叫的紀錄已不再保留。",
  dropped: "連線中斷，沒有回應。",
};

const preferred = navigator.languages.find((language) => /^(en|zh)\b/i.test(language)) ?? "en";
const isChinese = /^zh/i.test(preferred);

export const texts = isChinese ? chinese : english;
export const language = isChinese ? "zh-Hant-TW" : "en";

/** For dates and numbers: an English reader keeps the habits of the own country. */
export const locale = isChinese ? language : preferred;

/** Fills the elements of index.html that name their text. */
export function fillTexts() {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = texts[node.dataset.text];
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.ariaLabel = texts[node.dataset.label];
  }
}
