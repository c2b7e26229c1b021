// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import java.util.Set;

/** The words that errors are made of: that a message has one of them too says nothing. */
final class OrdinaryWords {

  private static final Set<String> WORDS =
      Set.of(
          """
          the and but nor for from with without within into onto off than then that this these those
          there here its not none can cannot could may might must shall should will would was were
          are been being be has have had did does done only also already yet still too very more most
          less least any all each every some other another same such one two both after before until
          since while when where which who what why how out over under again because due per via you
          your our please ago now new old
          error fail failed failing failure exception invalid valid validation value wrong bad missing
          required require requires unknown unexpected unsupported supported allow allowed denied
          forbidden unauthorized authorized authorization authentication authenticate credential key
          secret token api access permission agent admin administrator account user inbox channel
          conversation contact customer recipient receiver sender message content text note private
          body header footer button template language category namespace name component parameter
          param placeholder variable field attribute attachment file image audio video document
          media type size format url link number phone email address identifier source status state
          date time timed timeout second minute hour day window limit limited rate exceed exceeded
          maximum minimum max min length long longer short shorter large larger small many few much
          character byte empty blank null nil exist existing found find resource record request
          requested response reply answer server service gateway internal network connection connect
          connected closed open opened unavailable available temporarily temporary permanently later
          try tried retry retried retries wait load loaded overload overloaded busy maintenance
          processing process processed unable incapable queue deliver delivered delivery deliverable
          undeliverable undelivered send sent sending receive received accept accepted reject rejected
          refuse refused block blocked expire expired disable disabled enable enabled pause paused
          active inactive approve approved approval pending policy violation spam quality integrity
          engagement reengagement hit pair code title detail description reason cause problem issue
          support help check see use used using set given got get post put method page titled data
          json parse parser syntax html http https object array string integer boolean list map entity
          unprocessable conflict gone redirect moved match mismatch count duplicate unique taken
          change changed update updated create created delete deleted remove removed store stored save
          saved read write written upload uploaded download session login business whatsapp facebook
          meta telegram line twilio sms livedesk incoming outgoing undefined nothing something
          """
              .trim()
              .split("\\s+"));

  private OrdinaryWords() {}

  /**
   * Whether a word is one of them, or too short to say anything.
   *
   * @param word letters in lower case, or digits
   */
  static boolean contains(String word) {
    if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return false;
    }
    return word.length() < 3
        || WORDS.contains(word)
        || (word.endsWith("s") && WORDS.contains(word.substring(0, word.length() - 1)));
  }
}
