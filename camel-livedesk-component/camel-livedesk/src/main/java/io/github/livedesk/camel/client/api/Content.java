// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import io.github.livedesk.camel.model.FilePart;
import java.util.List;
import java.util.Map;

/** What the request of a call carries. */
public sealed interface Content {

  /**
   * Hands this to the method for its kind.
   *
   * @return what that returns
   */
  <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

  /** One method for each kind of content. */
  interface Visitor<R, X extends Exception> {

    R json(JsonContent content) throws X;

    R files(FilesContent content) throws X;

    R none() throws X;
  }

  /**
   * A JSON object.
   *
   * @param message what Jackson writes as the documented object
   */
  record JsonContent(Object message) implements Content {

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.json(this);
    }

    /** Never the texts. */
    @Override
    public String toString() {
      return "JsonContent";
    }
  }

  /**
   * Files, and fields beside them, as multipart/form-data.
   *
   * @param text the text that goes along, or null
   * @param privateNote whether only agents see it
   * @param contentAttributes such as {@code in_reply_to}; may be empty
   * @param files one or more; names are null or fit to be sent
   */
  record FilesContent(
      String text, boolean privateNote, Map<String, Object> contentAttributes, List<FilePart> files)
      implements Content {

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.files(this);
    }

    /** Never the texts. */
    @Override
    public String toString() {
      return "FilesContent[" + files.size() + "]";
    }
  }

  /** Nothing at all. */
  record NoContent() implements Content {

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.none();
    }
  }
}
